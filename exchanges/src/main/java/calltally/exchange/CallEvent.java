package calltally.exchange;

import java.util.Locale;

/** An event of the definitions: what a raw notification is translated into. */
public enum CallEvent {
  INCOMING_CALL_START,
  INCOMING_CALL_START_CHAIN_MEMBER_CALL,
  INCOMING_CALL_END_CHAIN_MEMBER_CALL,
  INCOMING_CALL_ANSWER,
  INCOMING_CALL_END,
  OUTGOING_CALL_START,
  OUTGOING_CALL_ANSWER,
  OUTGOING_CALL_END,
  /** A message was left; the link is the message. */
  VOICEMAIL,
  /** It is not told how long the caller waited. */
  WAIT_UNKNOWN,
  /** It is not told whose phones rang; the receiver is who answered. */
  RINGS_UNKNOWN;

  /** The name in the definitions. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isIncoming() {
    return label().startsWith("incoming");
  }
}

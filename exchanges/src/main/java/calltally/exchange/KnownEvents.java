package calltally.exchange;

import java.util.Set;

/** The names of events that the definitions mention; any other is stored, and read by no rule. */
public final class KnownEvents {

  private static final Set<String> OF_CALLS =
      Set.of(
          "incoming_call_start",
          "incoming_call_start_chain_member_call",
          "incoming_call_end_chain_member_call",
          "incoming_call_answer",
          "incoming_call_end",
          "outgoing_call_start",
          "outgoing_call_answer",
          "outgoing_call_end");

  /** They add to a call, or say something else. */
  private static final Set<String> OTHERS =
      Set.of(
          "voicemail",
          "tags",
          "rating",
          "speech",
          "summary",
          "sms",
          "test",
          "rings_unknown",
          "wait_unknown");

  private KnownEvents() {}

  /** Whether the event makes a call, alone or with others. */
  public static boolean makeCall(String event) {
    return OF_CALLS.contains(event);
  }

  public static boolean include(String event) {
    return makeCall(event) || OTHERS.contains(event);
  }
}

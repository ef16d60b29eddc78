package calltally.reporting.mail;

/** What became of a mail that was handed to a server. */
public sealed interface SendResult {

  /** What the server said last, or why it said nothing; in one line. */
  String answer();

  /** The server has it, and answers for it from now on. */
  record Taken(String answer) implements SendResult {}

  /** The server will never take it. */
  record Refused(String answer) implements SendResult {}

  /** The server does not take it now. */
  record Postponed(String answer) implements SendResult {}

  /** No mail could be handed to the server, this one or another. */
  record Unreachable(String answer) implements SendResult {}

  /** The server takes no mail of its size. */
  record TooLarge(String answer) implements SendResult {}

  /** All of it was sent, and the answer was lost: the server may have it. */
  record Unanswered(String answer) implements SendResult {}

  /** It was somebody else's turn to send it; nothing was. */
  record Withdrawn(String answer) implements SendResult {}
}

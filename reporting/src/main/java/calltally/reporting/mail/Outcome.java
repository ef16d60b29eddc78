package calltally.reporting.mail;

/** What became of a mail that was handed to a server. */
public sealed interface Outcome {

  /** What the server said last, or why it said nothing; in one line. */
  String answer();

  /** The server has it, and answers for it from now on. */
  record Taken(String answer) implements Outcome {}

  /** The server will never take it. */
  record Refused(String answer) implements Outcome {}

  /** The server does not take it now. */
  record Postponed(String answer) implements Outcome {}

  /** No mail could be handed to the server, this one or another. */
  record Unreachable(String answer) implements Outcome {}

  /** The server takes no mail of its size. */
  record TooLarge(String answer) implements Outcome {}

  /** All of it was sent, and the answer was lost: the server may have it. */
  record Unanswered(String answer) implements Outcome {}

  /** It was somebody else's turn to send it; nothing was. */
  record Withdrawn(String answer) implements Outcome {}
}

package calltally.reporting.handover;

/** A to-do or a task in a portal. */
final class PortalItem {
  final long id;
  final String title;
  final String owner;
  final long responsible;
  final String deadline;
  String text;
  boolean isCompleted;

  PortalItem(long id, String title, String owner, long responsible, String deadline, String text) {
    this.id = id;
    this.title = title;
    this.owner = owner;
    this.responsible = responsible;
    this.deadline = deadline;
    this.text = text;
  }

  /** In the CRM's words; without the mark, which differs from test to test. */
  @Override
  public String toString() {
    return "%s | %s | %d | %s | %s"
        .formatted(
            title.substring(0, title.lastIndexOf(" · ")),
            owner,
            responsible,
            text.replace("\n", " / "),
            isCompleted ? "completed" : "open");
  }
}

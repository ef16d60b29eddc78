package calltally.app.command;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.exchange.Rejection;
import calltally.ingest.journal.importing.FollowListener;
import calltally.ingest.journal.importing.ImportTotals;
import java.util.concurrent.TimeUnit;

/** Says what a followed log had at first, and which of its later lines are rejected. */
final class FollowProgress implements FollowListener {

  private final CommandContext context;
  private final Message file;
  private ImportTotals totals = ImportTotals.NONE;
  private boolean isFollowing;

  FollowProgress(CommandContext context, Message file) {
    this.context = context;
    this.file = file;
  }

  ImportTotals totals() {
    return totals;
  }

  @Override
  public void progress(ImportTotals soFar) {
    totals = soFar;
  }

  @Override
  public void rejected(long line, Rejection why) {
    RejectedReasons reasons = new RejectedReasons();
    reasons.add(line, why);
    reasons.sentences(file).forEach(this::say);
  }

  @Override
  public void restarted() {
    say(Message.of("import.restarted", file));
  }

  @Override
  public boolean idle(ImportTotals read) {
    if (!isFollowing) {
      isFollowing = true;
      context.out().println(context.texts().text(ImportSummary.totals(file, read)));
      say(Message.of("import.following", file));
    }
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void say(Message message) {
    context.err().println(context.texts().text(message));
  }
}

package calltally.app.terminal;

import java.io.PrintStream;
import java.util.Locale;

/** A progress bar in one line of the terminal; draws nothing without one. */
public final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;

  private final CommandContext context;
  private final String label;
  private int drawnPercent = -1;
  private boolean isClosed;

  public ProgressBar(CommandContext context, String label) {
    this.context = context;
    this.label = label;
  }

  /** Draws only the label, for work of unknown size. */
  public synchronized void show() {
    if (context.terminal().isErr() && !isClosed) {
      drawnPercent = 0;
      context.err().print("\r" + label);
      context.err().flush();
    }
  }

  /** Draws the bar if its percentage has changed. */
  public synchronized void show(long done, long total) {
    int percent = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    if (context.terminal().isErr() && !isClosed && percent != drawnPercent) {
      drawnPercent = percent;
      draw(done, total, percent);
    }
  }

  private void draw(long done, long total, int percent) {
    int filled = WIDTH * percent / 100;
    PrintStream err = context.err();
    err.printf(
        Locale.ROOT,
        "\r%s  %s%s  %s",
        label,
        "█".repeat(filled),
        "░".repeat(WIDTH - filled),
        context.texts().text("progress", done, total));
    err.flush();
  }

  /** Removes the bar for good. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (drawnPercent >= 0) {
      drawnPercent = -1;
      context.err().print("\r\u001b[K");
      context.err().flush();
    }
  }
}

package calltally.app;

import java.io.PrintStream;
import java.util.Locale;

/** How far a piece of work has come, drawn in one line of a terminal; drawn nowhere else. */
final class ProgressBar implements AutoCloseable {

  private static final int WIDTH = 30;

  private final Shell shell;
  private final String label;
  private int drawnPercent = -1;
  private boolean isClosed;

  ProgressBar(Shell shell, String label) {
    this.shell = shell;
    this.label = label;
  }

  /** Draws the label alone, for work of unknown size. */
  synchronized void show() {
    if (shell.terminal().isErr() && !isClosed) {
      drawnPercent = 0;
      shell.err().print("\r" + label);
      shell.err().flush();
    }
  }

  /** Draws the bar again when it has grown by a percent. */
  synchronized void show(long done, long total) {
    int percent = total <= 0 ? 0 : (int) Math.min(100, 100 * done / total);
    if (shell.terminal().isErr() && !isClosed && percent != drawnPercent) {
      drawnPercent = percent;
      draw(done, total, percent);
    }
  }

  private void draw(long done, long total, int percent) {
    int filled = WIDTH * percent / 100;
    PrintStream err = shell.err();
    err.printf(
        Locale.ROOT,
        "\r%s  %s%s  %,d of %,d",
        label,
        "█".repeat(filled),
        "░".repeat(WIDTH - filled),
        done,
        total);
    err.flush();
  }

  /** Takes the bar away for good. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (drawnPercent >= 0) {
      drawnPercent = -1;
      shell.err().print("\r\u001b[K");
      shell.err().flush();
    }
  }
}

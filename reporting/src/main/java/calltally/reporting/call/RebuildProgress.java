package calltally.reporting.call;

/** Receives a rebuild's progress, on the threads that do the work, one at a time. */
public interface RebuildProgress {

  /** Ignores all progress. */
  RebuildProgress NOBODY =
      new RebuildProgress() {
        @Override
        public void folded(long notifications, long total) {}

        @Override
        public void summed(int steps, int total) {}
      };

  /**
   * Called as notifications are folded into calls.
   *
   * @param total 0 while not known
   */
  void folded(long notifications, long total);

  /**
   * Called after all calls are folded, as keys, call-backs and statistics are completed step by
   * step.
   */
  void summed(int steps, int total);
}

package calltally.reporting.call;

/** Is told how far a rebuild has come, from the thread that the work is done on. */
public interface RebuildProgress {

  /** Tells nobody. */
  RebuildProgress NOBODY =
      new RebuildProgress() {
        @Override
        public void folded(long notifications, long total) {}

        @Override
        public void summed(int steps, int total) {}
      };

  /**
   * Notifications have become calls.
   *
   * @param total 0 while not known
   */
  void folded(long notifications, long total);

  /** After all calls: keys, call-backs and statistics, step by step. */
  void summed(int steps, int total);
}

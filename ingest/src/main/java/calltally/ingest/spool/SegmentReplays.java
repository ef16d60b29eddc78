package calltally.ingest.spool;

import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;

/** What the replays of all files of a spool share. */
record SegmentReplays(SpoolFolder folder, Journal journal, Counters counters) {

  SegmentReplay of(Segment segment) {
    return new SegmentReplay(segment, this);
  }
}

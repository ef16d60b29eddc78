package calltally.ingest.spool;

import calltally.ingest.journal.Journal;
import calltally.ingest.metrics.Counters;

/** What all files of a spool need on their way into the journal. */
record SegmentReplays(SpoolFolder folder, Journal journal, Counters counters) {

  SegmentReplay of(Segment segment) {
    return new SegmentReplay(segment, this);
  }
}

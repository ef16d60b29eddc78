package calltally.ingest.file;

import java.util.List;

/** Finds the parameters of a queue's event in the cells of a row. */
sealed interface QueueParameters permits DataColumns, PbxwareColumns {

  /** The parameters in Asterisk's order; empty texts for those without a value. */
  List<String> of(String event, List<String> cells);
}

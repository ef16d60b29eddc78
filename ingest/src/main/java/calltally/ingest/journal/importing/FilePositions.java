package calltally.ingest.journal.importing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import calltally.sql.jooq.journal.Routines;
import java.util.Optional;
import org.jooq.DSLContext;

/** Where the journal stores how far a growing file has been read into a source. */
record FilePositions(DSLContext sql, String source, String path) {

  Optional<FilePosition> get() {
    return sql.select(
            field("first_line", String.class),
            field("bytes", Long.class),
            field("lines", Long.class))
        .from(table("journal.position_in_file({0}, {1})", val(source), val(path)))
        .fetchOptional(row -> new FilePosition(row.value1(), row.value2(), row.value3()));
  }

  void put(FilePosition position) {
    Routines.advanceInFile(
        sql.configuration(),
        source,
        path,
        position.firstLine(),
        position.bytes(),
        position.lines());
  }
}

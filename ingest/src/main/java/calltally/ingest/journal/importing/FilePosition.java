package calltally.ingest.journal.importing;

/**
 * How far a growing file has been read.
 *
 * @param firstLine digest of the file's first line, by which it is known again; empty without one
 * @param bytes read, all of them whole lines
 * @param lines read
 */
record FilePosition(String firstLine, long bytes, long lines) {

  static final FilePosition START = new FilePosition("", 0, 0);

  FilePosition after(String digestOfFirstLine, byte[] read) {
    long ends = 0;
    for (byte next : read) {
      ends += next == '\n' ? 1 : 0;
    }
    return new FilePosition(digestOfFirstLine, bytes + read.length, lines + ends);
  }
}

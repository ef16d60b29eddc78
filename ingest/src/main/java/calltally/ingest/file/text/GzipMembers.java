package calltally.ingest.file.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzipped file of one or more members.
 *
 * <p>Java's own class drops in silence what follows the last member; this one leaves it in the
 * stream.
 */
final class GzipMembers extends InputStream {

  /** What the stream must be able to take back. */
  static final int BUFFER = 1 << 16;

  private final PushbackInputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean isEnded;

  /** Reads from a stream that stands before a member. */
  GzipMembers(PushbackInputStream in) throws IOException {
    this.in = in;
    GzipHeader.skip(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    while (!isEnded) {
      int read = inflate(to, from, length);
      if (read > 0 || length == 0) {
        checksum.update(to, from, read);
        return read;
      }
      if (inflater.finished()) {
        endMember();
      } else {
        fill();
      }
    }
    return -1;
  }

  private int inflate(byte[] to, int from, int length) throws ZipException {
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException e) {
      throw new ZipException("the compressed data is damaged");
    }
  }

  private void fill() throws IOException {
    filled = in.read(buffer);
    if (filled < 0) {
      throw new EOFException("the compressed data is cut off");
    }
    inflater.setInput(buffer, 0, filled);
  }

  private void endMember() throws IOException {
    int rest = inflater.getRemaining();
    in.unread(buffer, filled - rest, rest);
    if (GzipHeader.number(in) != checksum.getValue()
        || GzipHeader.number(in) != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("the compressed data is damaged");
    }
    if (GzipHeader.isNext(in)) {
      GzipHeader.skip(in);
      inflater.reset();
      checksum.reset();
    } else {
      isEnded = true;
      inflater.end();
    }
  }
}

package calltally.sql.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Encrypts what is written; closing it writes the last chunk, without which nothing can be read.
 */
final class EncryptingStream extends FilterOutputStream {

  private final ChunkCipher cipher;
  private final byte[] chunk = new byte[ChunkCipher.CHUNK];
  private int length;
  private long position;
  private boolean isClosed;

  EncryptingStream(OutputStream out, ChunkCipher cipher) throws IOException {
    super(out);
    this.cipher = cipher;
    out.write(cipher.header());
    out.write(cipher.proof());
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int from = offset;
    for (int left = count; left > 0; ) {
      // A full chunk waits for the next byte: the last one needs its mark.
      if (length == chunk.length) {
        write(ChunkCipher.Place.INNER);
      }
      int taken = Math.min(left, chunk.length - length);
      System.arraycopy(bytes, from, chunk, length, taken);
      length += taken;
      from += taken;
      left -= taken;
    }
  }

  @Override
  public void close() throws IOException {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (OutputStream closed = out) {
      write(ChunkCipher.Place.LAST);
      closed.flush();
    }
  }

  private void write(ChunkCipher.Place place) throws IOException {
    out.write(cipher.encrypted(place, position, chunk, length));
    position++;
    length = 0;
  }
}

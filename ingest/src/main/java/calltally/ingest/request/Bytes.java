package calltally.ingest.request;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Bytes as they were received; never changed. */
public final class Bytes {

  /** No bytes at all. */
  public static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  public int size() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The first of them, at most so many. */
  public Bytes first(int most) {
    return size() <= most ? this : new Bytes(Arrays.copyOf(bytes, most));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /** The text they spell, with the replacement character where they spell none. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }
}

package calltally.ingest.notification;

import java.nio.charset.Charset;
import java.util.Arrays;

/** Bytes as they were received; never changed. */
public final class Octets {

  /** No bytes at all. */
  public static final Octets NONE = new Octets(new byte[0]);

  private final byte[] bytes;

  private Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone());
  }

  public int size() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The first of them, at most so many. */
  public Octets first(int most) {
    return size() <= most ? this : new Octets(Arrays.copyOf(bytes, most));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /** The text they spell, with the replacement character where they spell none. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }
}

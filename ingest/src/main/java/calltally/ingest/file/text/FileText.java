package calltally.ingest.file.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;

/** The text in a file: decompressed, and never in UTF-16. */
public final class FileText {

  private static final int BUFFER = 1 << 16;
  private static final int BEGINNING = 8;

  private final PushbackInputStream file;
  private final byte[] beginning;
  private final InputStream text;
  private final Charset charset;

  private FileText(PushbackInputStream file, Charset named) throws IOException {
    this.file = file;
    PushbackInputStream content =
        GzipHeader.isNext(file) ? new PushbackInputStream(new GzipMembers(file), BEGINNING) : file;
    this.beginning = content.readNBytes(BEGINNING);
    content.unread(beginning);
    WideCharset wide = WideCharset.of(beginning, named);
    this.text = wide == null ? content : wide.asUtf8(content);
    this.charset = wide == null ? named : UTF_8;
  }

  /** Opens a file, plain or gzipped. */
  public static FileText open(InputStream file, Charset named) throws IOException {
    return new FileText(new PushbackInputStream(file, GzipMembers.BUFFER + BEGINNING), named);
  }

  /** The text, as one stream of bytes. */
  public InputStream stream() {
    return text;
  }

  /** The charset of the stream. */
  public Charset charset() {
    return charset;
  }

  /** The first bytes of the decompressed file. */
  public byte[] beginning() {
    return beginning.clone();
  }

  /** Lines that follow the compressed part, once that is read. */
  public long linesBehind() throws IOException {
    long lines = 0;
    boolean isBlank = true;
    byte[] buffer = new byte[BUFFER];
    for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
      for (int i = 0; i < read; i++) {
        boolean isEnd = buffer[i] == '\n' || buffer[i] == '\r';
        lines += isEnd && !isBlank ? 1 : 0;
        isBlank = isEnd || (isBlank && buffer[i] >= 0 && buffer[i] <= ' ');
      }
    }
    return isBlank ? lines : lines + 1;
  }
}

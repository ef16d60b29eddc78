package calltally.web.frame;

import calltally.reporting.render.Tile;
import java.util.List;
import java.util.stream.IntStream;

/** A figure, and what it means; empty where nothing explains it. */
public record ExplainedTile(Tile tile, String definition) {

  /** The figures with their definitions, of which there may be none. */
  public static List<ExplainedTile> of(List<Tile> tiles, List<String> definitions) {
    return IntStream.range(0, tiles.size())
        .mapToObj(
            index ->
                new ExplainedTile(
                    tiles.get(index), index < definitions.size() ? definitions.get(index) : ""))
        .toList();
  }
}

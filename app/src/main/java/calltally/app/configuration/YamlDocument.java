package calltally.app.configuration;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the one document of a YAML file; refuses repeated keys and aliases. */
final class YamlDocument {

  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static final String SEVERAL = "the file must hold one document";
  static final String ALIAS = "aliases are not supported";

  private final YAMLParser parser;

  private YamlDocument(YAMLParser parser) {
    this.parser = parser;
  }

  static YamlNode parse(String text) throws JsonProcessingException {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlDocument(parser).root();
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private YamlNode root() throws IOException {
    JsonToken token = parser.nextToken();
    YamlNode root = token == null ? new YamlNode.Absent() : node(token);
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, SEVERAL);
    }
    return root;
  }

  private YamlNode node(JsonToken token) throws IOException {
    if (parser.isCurrentAlias()) {
      throw new JsonParseException(parser, ALIAS);
    }
    return switch (token) {
      case START_OBJECT -> mapping();
      case START_ARRAY -> sequence();
      case VALUE_NULL -> new YamlNode.Absent();
      default -> new YamlNode.Scalar(parser.getText());
    };
  }

  private YamlNode mapping() throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      entries.put(key, node(parser.nextToken()));
    }
    return new YamlNode.Mapping(entries);
  }

  private YamlNode sequence() throws IOException {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(node(token));
    }
    return new YamlNode.Sequence(items);
  }
}

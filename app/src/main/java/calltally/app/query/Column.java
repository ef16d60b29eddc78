package calltally.app.query;

/**
 * A column of an answer.
 *
 * @param isNumber its values are numbers
 */
public record Column(String name, boolean isNumber) {}

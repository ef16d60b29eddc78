package calltally.app.conformance;

import java.util.List;

/**
 * What a run found.
 *
 * @param requests how many were posted
 * @param differences between what was expected and what happened, one sentence each
 */
public record ConformanceResult(
    int scenarios, int variants, int requests, List<String> differences) {}

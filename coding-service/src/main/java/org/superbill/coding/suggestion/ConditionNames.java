package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.cac.NamedCondition;
import org.superbill.servicekit.problem.Problem;

/** Which conditions a text names, for features that judge what people write. */
@ApplicationScoped
public class ConditionNames {
    private final Engines engines;

    ConditionNames(Engines engines) {
        this.engines = engines;
    }

    /**
     * Terms that conditions are recognized by.
     *
     * @param in the conditions that words name
     * @param standIn their release, where none is loaded that was in force on the day; else null
     */
    public record Terms(
            Function<String, List<NamedCondition>> in,
            @Nullable String standIn) {}

    /**
     * By the terms of the release that is in force on a day, or the nearest to it: which words name a condition hardly changes from year to year.
     *
     * @throws Problem {@code SUGGESTIONS_NOT_READY} when reading them takes longer than anybody waits; {@code SUGGESTIONS_WITHOUT_RELEASE} when no release is loaded
     */
    public Terms on(LocalDate day) {
        var engine = engines.nearest(day);
        return new Terms(
                engine.cac()::conditions,
                engine.ofTheDay() ? null : engine.cac().release());
    }
}

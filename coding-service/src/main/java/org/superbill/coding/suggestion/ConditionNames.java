package org.superbill.coding.suggestion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
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
     * By the terms of the release that is in force on a day.
     *
     * @throws Problem {@code SUGGESTIONS_NOT_READY} while they are being read, for some seconds after the start
     */
    public Function<String, List<NamedCondition>> on(LocalDate day) {
        return engines.on(day).cac()::conditions;
    }
}

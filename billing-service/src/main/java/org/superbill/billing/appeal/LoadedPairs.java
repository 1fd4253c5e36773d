package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.superbill.billing.edittable.EditTableKeeper;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.edittable.PairRow;

/** The NCCI pairs that are loaded, in both orders. */
@ApplicationScoped
class LoadedPairs implements PairIndicators {
    private final EditTableKeeper tables;

    LoadedPairs(EditTableKeeper tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Integer> strictest(
            boolean institutional, String procedureCode, String other, LocalDate from, LocalDate through) {
        return strictest(tables.current(), institutional, procedureCode, other, from, through);
    }

    static Optional<Integer> strictest(
            EditTables tables,
            boolean institutional,
            String procedureCode,
            String other,
            LocalDate from,
            LocalDate through) {
        var setting = institutional ? EditTables.Setting.OUTPATIENT : EditTables.Setting.PRACTITIONER;
        return Stream.concat(
                        tables.pairs(setting, procedureCode, other, from, through).stream(),
                        tables.pairs(setting, other, procedureCode, from, through).stream())
                .filter(PairRow::counts)
                .map(PairRow::modifierIndicator)
                .min(Integer::compareTo);
    }
}

package org.superbill.billing.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
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
    public Optional<String> strictest(
            boolean institutional, String procedureCode, Collection<String> others, LocalDate on) {
        return strictest(tables.current(), institutional, procedureCode, others, on);
    }

    static Optional<String> strictest(
            EditTables tables, boolean institutional, String procedureCode, Collection<String> others, LocalDate on) {
        var setting = institutional ? EditTables.Setting.OUTPATIENT : EditTables.Setting.PRACTITIONER;
        return others.stream()
                .flatMap(other -> Stream.of(
                        tables.pair(setting, procedureCode, other, on), tables.pair(setting, other, procedureCode, on)))
                .flatMap(Optional::stream)
                .filter(PairRow::counts)
                .map(PairRow::modifierIndicator)
                .min(Integer::compareTo)
                .map(String::valueOf);
    }
}

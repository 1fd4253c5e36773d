package org.superbill.billing.contract;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.superbill.billing.edittable.EditTableKeeper;
import org.superbill.billing.edittable.FeeIndicator;

/** What Medicare pays by CMS's relative values and geographic indices, as they are loaded. */
@ApplicationScoped
class TableRates implements MedicareRates {
    private final EditTableKeeper tables;

    TableRates(EditTableKeeper tables) {
        this.tables = tables;
    }

    @Override
    public Optional<MedicareAmount> of(
            String procedureCode,
            String modifier,
            String contractor,
            String locality,
            boolean inFacility,
            LocalDate on) {
        var current = tables.current();
        return current.relativeValue(procedureCode, modifier, on)
                .flatMap(value -> current.geographicIndex(contractor, locality, on)
                        .map(index -> new MedicareAmount(
                                value.work(),
                                inFacility ? value.practiceExpenseFacility() : value.practiceExpenseNonFacility(),
                                value.malpractice(),
                                index.work(),
                                index.practiceExpense(),
                                index.malpractice(),
                                value.conversionFactor())))
                .filter(amount -> amount.cents().value() > 0);
    }

    @Override
    public Optional<FeeIndicator> indicator(String procedureCode, String modifier, LocalDate on) {
        return tables.current().feeIndicator(procedureCode, modifier, on);
    }
}

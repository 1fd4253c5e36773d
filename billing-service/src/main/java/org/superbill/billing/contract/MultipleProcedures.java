package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;

/**
 * What the physician fee schedule leaves of several procedures that one practitioner did for a patient on a day: the highest in full, of each other one half; of several endoscopies of one family the highest in full, of
 * the others what they are worth above their base, and the family then counts as one procedure. Each unit is a procedure; what is done on both sides is one, of 150 percent. From the sixth procedure on they are paid by report, so that nobody
 * knows the amount, as of diagnostic cardiovascular and ophthalmology services (6, 7) beside another of the kind; imaging and therapy (4, 5) are {@link ComponentReductions}. Pure. Source: Medicare Claims Processing Manual (CMS
 * 100-04), chapter 12, sections 40.6 (C and D) and 40.7; chapter 23, addendum to the MPFSDB record layout, multiple procedure indicator.
 */
final class MultipleProcedures {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** Multiple procedure indicators of those that are paid by their place among the others. */
    static final Set<String> RANKED = Set.of("2", "3");

    private static final Set<String> BY_COMPONENTS = Set.of("6", "7");
    /** From the next one on they are paid by report. */
    private static final int MOST = 5;

    private final Map<ContractedService, BigDecimal> left = new LinkedHashMap<>();

    /**
     * A service of the session.
     *
     * @param amount for all its units, with what its modifiers do to it
     * @param indicator multiple procedure indicator, 0 to 9
     * @param base what one unit of the base of its family of endoscopies is worth, in cents; null when it has none
     */
    record Procedure(
            ContractedService service,
            Cents amount,
            String indicator,
            String family,
            @Nullable Cents base) {
        private boolean isReduced() {
            return RANKED.contains(indicator);
        }

        private boolean isEndoscopy() {
            return indicator.equals("3") && !family.isEmpty();
        }

        private int units() {
            return service.modifiers().contains("50")
                    ? 1
                    : Math.max(
                            1, service.units().setScale(0, RoundingMode.CEILING).intValueExact());
        }

        private BigDecimal ofAUnit() {
            return BigDecimal.valueOf(amount.value()).divide(BigDecimal.valueOf(units()), 6, RoundingMode.HALF_UP);
        }
    }

    /** @param procedures how many it counts as */
    private record Ranked(
            BigDecimal highest, Map<ContractedService, BigDecimal> inFull, BigDecimal furtherUnits, int procedures) {}

    /** @param session what one practitioner did on a day; what is left out of the answer has no known amount */
    static Map<ContractedService, Cents> of(Collection<Procedure> session) {
        return new MultipleProcedures(session).rounded();
    }

    private MultipleProcedures(Collection<Procedure> session) {
        for (var procedure : session) {
            var beside = session.stream()
                    .filter(other -> other.indicator.equals(procedure.indicator))
                    .mapToInt(Procedure::units)
                    .sum();
            if (!procedure.isReduced() && !(BY_COMPONENTS.contains(procedure.indicator) && beside > 1)) {
                left.put(procedure.service, BigDecimal.valueOf(procedure.amount.value()));
            }
        }
        rank(session.stream().filter(Procedure::isReduced).toList());
    }

    private void rank(List<Procedure> reduced) {
        var ranked = new ArrayList<Ranked>();
        var families = new LinkedHashMap<String, List<Procedure>>();
        for (var procedure : reduced) {
            if (procedure.isEndoscopy()) {
                families.computeIfAbsent(procedure.family, base -> new ArrayList<>())
                        .add(procedure);
            } else {
                ranked.add(alone(procedure));
            }
        }
        for (var family : families.values()) {
            if (family.size() == 1) {
                ranked.add(alone(family.get(0)));
            } else if (family.stream().anyMatch(procedure -> procedure.base == null)) {
                return; // nobody knows which procedure is the highest
            } else {
                ranked.add(family(family));
            }
        }
        ranked.sort(Comparator.comparing(Ranked::highest).reversed());
        var procedures = 0;
        for (var place = 0; place < ranked.size(); place++) {
            var one = ranked.get(place);
            var part = place == 0 ? BigDecimal.ONE : HALF;
            procedures += one.procedures;
            if (procedures > MOST) {
                return;
            }
            one.inFull.forEach(
                    (service, amount) -> left.put(service, amount.multiply(part).add(one.furtherUnits.multiply(HALF))));
        }
    }

    private static Ranked alone(Procedure procedure) {
        var unit = procedure.ofAUnit();
        return new Ranked(
                unit,
                Map.of(procedure.service, unit),
                unit.multiply(BigDecimal.valueOf(procedure.units() - 1L)),
                procedure.units());
    }

    private static Ranked family(List<Procedure> family) {
        var highest =
                family.stream().max(Comparator.comparing(Procedure::ofAUnit)).orElseThrow();
        var amounts = new LinkedHashMap<ContractedService, BigDecimal>();
        for (var procedure : family) {
            var aboveBase = procedure
                    .ofAUnit()
                    .subtract(BigDecimal.valueOf(procedure.base == null ? 0 : procedure.base.value()))
                    .max(BigDecimal.ZERO);
            var further = aboveBase.multiply(BigDecimal.valueOf(procedure.units() - 1L));
            amounts.put(procedure.service, further.add(procedure.equals(highest) ? procedure.ofAUnit() : aboveBase));
        }
        return new Ranked(
                amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), amounts, BigDecimal.ZERO, 1);
    }

    private Map<ContractedService, Cents> rounded() {
        var rounded = new LinkedHashMap<ContractedService, Cents>();
        left.forEach((service, amount) -> rounded.put(
                service, Cents.of(amount.setScale(0, RoundingMode.HALF_UP).longValueExact())));
        return rounded;
    }
}

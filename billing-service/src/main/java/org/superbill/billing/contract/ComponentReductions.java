package org.superbill.billing.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.superbill.billing.ledger.Cents;

/**
 * What the physician fee schedule takes off a component of imaging (multiple procedure indicator 4) and of therapy (5) where a practice does several for a patient on a day, units included: of imaging the highest technical and the
 * highest professional component are paid in full, of the others 50 and 95 percent; of therapy the highest practice expense is paid in full, of the others 50 percent. Another session of the day (59, XE) is not known from here. Pure. Source:
 * Medicare Claims Processing Manual (CMS 100-04), chapter 23, addendum to the MPFSDB record layout; CMS change request 9647 (imaging, from 1 January 2017); chapter 5, section 10.7 (therapy, from 1 April 2013).
 */
final class ComponentReductions {
    static final Set<String> INDICATORS = Set.of("4", "5");
    private static final Set<String> ANOTHER_SESSION = Set.of("59", "XE");
    private static final String TECHNICAL = "TC";
    private static final String PROFESSIONAL = "26";
    private static final Map<String, BigDecimal> TAKEN_OFF = Map.of(
            TECHNICAL,
            new BigDecimal("0.50"),
            PROFESSIONAL,
            new BigDecimal("0.05"),
            "practice expense",
            new BigDecimal("0.50"));

    private ComponentReductions() {}

    /** @param cents of one unit, by the contract */
    record Part(String component, BigDecimal cents) {}

    /**
     * Empty where they are not known.
     *
     * @param component that the service is: 26, TC or, for both, empty
     * @param medicare what Medicare pays for a component
     * @param percent of that which the contract pays
     */
    static List<Part> parts(
            String indicator,
            ContractedService service,
            String component,
            Function<String, Optional<MedicareAmount>> medicare,
            BigDecimal percent) {
        if (service.modifiers().stream().anyMatch(ANOTHER_SESSION::contains)) {
            return List.of();
        }
        if (indicator.equals("5")) {
            return medicare.apply(component).stream()
                    .map(paid -> part("practice expense", paid.practiceExpenseCents(), percent))
                    .toList();
        }
        var parts = new ArrayList<Part>();
        for (var name : component.isEmpty() ? List.of(TECHNICAL, PROFESSIONAL) : List.of(component)) {
            var paid = medicare.apply(name);
            if (paid.isEmpty() || !TAKEN_OFF.containsKey(name)) {
                return List.of();
            }
            parts.add(part(name, BigDecimal.valueOf(paid.get().cents().value()), percent));
        }
        return parts;
    }

    private static Part part(String component, BigDecimal cents, BigDecimal percent) {
        return new Part(component, cents.multiply(percent).movePointLeft(2));
    }

    /** What is taken off each service; nothing is known of any where one has no parts. @param parts of what was done on the day, all of one indicator */
    static Map<ContractedService, Cents> of(Map<ContractedService, List<Part>> parts) {
        if (parts.containsValue(List.of())) {
            return Map.of();
        }
        var highest = new HashMap<String, Map.Entry<ContractedService, Part>>();
        parts.forEach((service, ofService) -> ofService.forEach(part -> highest.merge(
                part.component,
                Map.entry(service, part),
                (one, other) -> one.getValue().cents.compareTo(other.getValue().cents) >= 0 ? one : other)));
        var takenOff = new LinkedHashMap<ContractedService, Cents>();
        parts.forEach((service, ofService) -> {
            var sum = BigDecimal.ZERO;
            for (var part : ofService) {
                var isHighest = Objects.requireNonNull(highest.get(part.component))
                        .getKey()
                        .equals(service);
                var reduced = service.wholeUnits() - (isHighest ? 1 : 0);
                sum = sum.add(part.cents
                        .multiply(TAKEN_OFF.getOrDefault(part.component, BigDecimal.ZERO))
                        .multiply(BigDecimal.valueOf(reduced)));
            }
            takenOff.put(service, Cents.of(sum.setScale(0, RoundingMode.HALF_UP).longValueExact()));
        });
        return takenOff;
    }
}

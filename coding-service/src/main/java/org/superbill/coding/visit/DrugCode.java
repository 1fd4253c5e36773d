package org.superbill.coding.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A drug of HCPCS Level II as its official description names it: what is injected, and how much of it one unit is.
 *
 * @param name the drug with its salt, in lower case
 * @param unit what is counted as one
 */
public record DrugCode(String code, String description, String name, Dose unit) {
    /** Descriptions that say more than drug and dose are of a maker, a form or a mixture: which of them was given a note of a visit does not tell. */
    private static final Pattern PLAIN = Pattern.compile(
            "injection, (?!.* and )([a-z][a-z0-9 -]*?),(?: not otherwise specified,)? ?(?:per |up to )?([0-9][0-9,.]*) ?([a-z]+)");

    private static final Map<String, String> MEASURES = Map.ofEntries(
            Map.entry("mg", "mg"),
            Map.entry("milligram", "mg"),
            Map.entry("milligrams", "mg"),
            Map.entry("mcg", "mcg"),
            Map.entry("microgram", "mcg"),
            Map.entry("micrograms", "mcg"),
            Map.entry("g", "g"),
            Map.entry("gm", "g"),
            Map.entry("gram", "g"),
            Map.entry("grams", "g"),
            Map.entry("unit", "units"),
            Map.entry("units", "units"),
            Map.entry("ml", "ml"),
            Map.entry("cc", "ml"),
            Map.entry("meq", "meq"));

    private static final Set<String> SALTS = Set.of(
            "sodium",
            "potassium",
            "hcl",
            "hydrochloride",
            "tromethamine",
            "sulfate",
            "phosphate",
            "acetate",
            "succinate",
            "acetonide",
            "diacetate",
            "hexacetonide",
            "cypionate",
            "enanthate",
            "undecanoate",
            "propionate",
            "citrate",
            "tartrate",
            "mesylate",
            "maleate",
            "decanoate",
            "benzathine",
            "procaine");

    /** Empty where the description is not of one drug and a dose alone. */
    public static Optional<DrugCode> of(String code, String description) {
        var plain = PLAIN.matcher(description.toLowerCase(Locale.ROOT));
        return plain.matches() && MEASURES.containsKey(plain.group(3))
                ? Optional.of(new DrugCode(
                        code,
                        description,
                        plain.group(1),
                        Dose.of(new BigDecimal(plain.group(2).replace(",", "")), plain.group(3))))
                : Optional.empty();
    }

    /** What a note calls it when it leaves the salt out. */
    String base() {
        var words = List.of(name.split(" "));
        var salt = 0;
        while (salt < words.size() && !SALTS.contains(words.get(salt))) {
            salt++;
        }
        return salt == 0 ? name : String.join(" ", words.subList(0, salt));
    }

    /**
     * How many units a dose is: what is not a multiple is rounded up. Source: Medicare Claims Processing Manual, chapter 17, section 10.
     *
     * @return empty when the dose is in another measure
     */
    Optional<Integer> units(Dose dose) {
        return dose.measure().equals(unit.measure())
                ? Optional.of(dose.amount()
                        .divide(unit.amount(), 0, RoundingMode.CEILING)
                        .intValueExact())
                : Optional.empty();
    }

    /**
     * How much of a drug.
     *
     * @param measure {@code mg}, {@code units}, {@code ml} or {@code meq}
     */
    public record Dose(BigDecimal amount, String measure) {
        private static final int MILLI = 3;

        /**
         * Grams and micrograms become milligrams.
         *
         * @param written one of the words for a measure, in lower case
         */
        static Dose of(BigDecimal amount, String written) {
            var measure = MEASURES.getOrDefault(written, written);
            return switch (measure) {
                case "g" -> new Dose(amount.movePointRight(MILLI).stripTrailingZeros(), "mg");
                case "mcg" -> new Dose(amount.movePointLeft(MILLI).stripTrailingZeros(), "mg");
                default -> new Dose(amount.stripTrailingZeros(), measure);
            };
        }

        String text() {
            return amount.toPlainString() + " " + measure;
        }
    }
}

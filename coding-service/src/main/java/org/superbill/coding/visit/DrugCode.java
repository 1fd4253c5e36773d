package org.superbill.coding.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A drug of HCPCS Level II as its official description names it: what is injected, and how much of it one unit is; or a contraceptive device that is put in.
 *
 * @param name the drug with its salt, in lower case
 * @param unit what is counted as one; null where the description says more than drug and dose: it is then of a maker, a form or a mixture
 */
public record DrugCode(
        String code,
        String description,
        String name,
        @Nullable Dose unit) {
    private static final Pattern INJECTION = Pattern.compile("injection, ([^,(]+?) ?[,(].*");
    private static final Pattern DEVICE =
            Pattern.compile(".*(?:intra-?uterine (?:copper )?contraceptive|contraceptive\\)? implant system).*");
    private static final Pattern PLAIN = Pattern.compile(
            "injection, (?!.* and )([a-z][a-z0-9 -]*?),(?: not otherwise specified,)? ?(?:per |up to )?([0-9][0-9,.]*) ?([a-z]+)");
    /** X12 837P, SV104: a quantity of a service line has at most eight digits; a slip of the pen has more than five. */
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(99_999);

    private static final String OF_ANY_MAKER = "not otherwise specified";

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
            Map.entry("iu", "units"),
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

    /** Empty where the description is of neither an injected drug nor such a device. */
    public static Optional<DrugCode> of(String code, String description) {
        var words = description.toLowerCase(Locale.ROOT);
        var plain = PLAIN.matcher(words);
        if (plain.matches() && MEASURES.containsKey(plain.group(3))) {
            var unit = Dose.of(new BigDecimal(plain.group(2).replace(",", "")), plain.group(3));
            return Optional.of(new DrugCode(code, description, plain.group(1), unit));
        }
        var injection = INJECTION.matcher(words);
        if (injection.matches()) {
            return Optional.of(new DrugCode(code, description, injection.group(1), null));
        }
        return DEVICE.matcher(words).matches()
                ? Optional.of(new DrugCode(code, description, words, null))
                : Optional.empty();
    }

    boolean isDevice() {
        return DEVICE.matcher(name).matches();
    }

    /** Whether it is the drug's code where the product has none of its own. */
    boolean isOfAnyMaker() {
        return description.toLowerCase(Locale.ROOT).contains(OF_ANY_MAKER);
    }

    /** What a note calls it when it leaves the salt out; the name itself where more than a salt follows. */
    String base() {
        var words = List.of(name.split(" "));
        var salt = words.size();
        while (salt > 0 && SALTS.contains(words.get(salt - 1))) {
            salt--;
        }
        return salt == 0 ? name : String.join(" ", words.subList(0, salt));
    }

    /**
     * How many units a dose is: what is not a multiple is rounded up. Source: Medicare Claims Processing Manual, chapter 17, section 10.
     *
     * @return empty when the dose is in another measure, is nothing, or is more than a claim's line can say
     */
    Optional<Integer> units(Dose dose) {
        if (unit == null || !dose.measure().equals(unit.measure())) {
            return Optional.empty();
        }
        var units = dose.amount().divide(unit.amount(), 0, RoundingMode.CEILING);
        return units.signum() > 0 && units.compareTo(MOST_UNITS) <= 0
                ? Optional.of(units.intValueExact())
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

        Dose plus(Dose other) {
            return new Dose(amount.add(other.amount), measure);
        }

        String text() {
            return amount.toPlainString() + " " + measure;
        }
    }
}

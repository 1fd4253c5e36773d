package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.superbill.coding.cac.DataFile;

/** Everything that a note may call an injected drug: its name in HCPCS with and without the salt, and its brands ({@code visit/drug-brands.tsv}). */
final class DrugNames {
    private static final List<Map.Entry<String, String>> BRANDS = DataFile.rows("visit/drug-brands.tsv").stream()
            .map(row -> Map.entry(row[0], row[1]))
            .toList();

    private final Map<String, Named> byName = new LinkedHashMap<>();

    /**
     * What a name stands for.
     *
     * @param codes several where the name leaves the drug's form open
     * @param product whether the name is a brand's
     */
    record Named(List<DrugCode> codes, boolean product) {
        Named {
            codes = List.copyOf(codes);
        }

        private Named and(Named other) {
            var all = new ArrayList<>(codes);
            all.addAll(other.codes);
            return new Named(all, product && other.product);
        }
    }

    DrugNames(List<DrugCode> drugs) {
        for (var drug : drugs) {
            if (drug.unit() == null) {
                continue;
            }
            var alone = new Named(List.of(drug), false);
            byName.merge(drug.name(), alone, Named::and);
            if (!drug.base().equals(drug.name())) {
                byName.merge(drug.base(), alone, Named::and);
            }
        }
        BRANDS.forEach(brand -> {
            var named = drugs.stream()
                    .filter(drug -> drug.unit() != null && drug.name().equals(brand.getValue()))
                    .toList();
            if (!named.isEmpty()) {
                byName.put(brand.getKey(), new Named(named, true));
            }
        });
    }

    /** Where words have a name: the longest one; of equally long ones the first. */
    Optional<Span> longestIn(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        Span best = null;
        for (var name : byName.keySet()) {
            var at = lower.indexOf(name);
            if (at >= 0
                    && isEdge(lower, at - 1)
                    && isEdge(lower, at + name.length())
                    && (best == null || name.length() > best.end() - best.start())) {
                best = new Span(at, at + name.length());
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }

    /** @param name as the note has it */
    Named of(String name) {
        return Objects.requireNonNull(
                byName.get(name.toLowerCase(Locale.ROOT)), "a name that was found is one of them");
    }
}

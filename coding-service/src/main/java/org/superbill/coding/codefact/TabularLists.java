package org.superbill.coding.codefact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coderules.facts.TabularList;
import org.superbill.coding.codesystem.CodeRelease;
import org.superbill.servicekit.ids.Sha256;

/** The Tabular Lists that were loaded beside the one that ships with this build, for features that take terms and notes from them. */
@ApplicationScoped
public class TabularLists {
    private final FactEditions editions;

    TabularLists(FactEditions editions) {
        this.editions = editions;
    }

    /** @param sha256 of its content and that of all before it, hexadecimal */
    public record Loaded(long id, String label, LocalDate effectiveFrom, String sha256) {}

    /** The newest that begins within the year of a release of ICD-10-CM, or before it; empty where that is the one that ships, a resource of this build. */
    public Optional<Loaded> of(CodeRelease release) {
        var lists = inUse().filter(edition ->
                        edition.effectiveFrom().isBefore(release.effectiveFrom().plusYears(1)))
                .toList();
        if (lists.isEmpty() || ShippedEditions.ships(lists.get(lists.size() - 1))) {
            return Optional.empty();
        }
        var newest = lists.get(lists.size() - 1);
        var contents = lists.stream().map(LoadedEdition::sha256).collect(Collectors.joining());
        return Optional.of(new Loaded(newest.id(), newest.label(), newest.effectiveFrom(), Sha256.hex(contents)));
    }

    /** With what those before it say of the codes that it does not have; none of its own once it is taken back. */
    public TabularList list(Loaded loaded) {
        return inUse().filter(edition -> !edition.effectiveFrom().isAfter(loaded.effectiveFrom()))
                .map(edition -> editions.read(edition).tabular())
                .reduce((earlier, later) -> later.over(earlier, code -> true))
                .orElseGet(() -> new TabularList(loaded.label(), loaded.effectiveFrom(), List.of()));
    }

    /** Oldest first. */
    private Stream<LoadedEdition> inUse() {
        return editions.list().stream()
                .filter(edition -> edition.kind().equals(TabularXmlFile.KIND) && edition.inUse())
                .sorted(Comparator.comparing(LoadedEdition::effectiveFrom).thenComparing(LoadedEdition::id));
    }
}

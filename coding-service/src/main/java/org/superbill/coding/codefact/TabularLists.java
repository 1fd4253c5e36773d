package org.superbill.coding.codefact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.superbill.coding.codesystem.CodeRelease;

/** The Tabular Lists that were loaded beside the one that ships with this build, for features that take terms and notes from them. */
@ApplicationScoped
public class TabularLists {
    private final FactEditions editions;

    TabularLists(FactEditions editions) {
        this.editions = editions;
    }

    /** @param sha256 of its content, hexadecimal */
    public record Loaded(long id, String label, LocalDate effectiveFrom, String sha256) {}

    /** The newest that begins within the year of a release of ICD-10-CM, or before it; empty where that is the one that ships, a resource of this build. */
    public Optional<Loaded> of(CodeRelease release) {
        return editions.list().stream()
                .filter(edition -> edition.kind().equals(TabularXmlFile.KIND)
                        && edition.inUse()
                        && edition.effectiveFrom()
                                .isBefore(release.effectiveFrom().plusYears(1)))
                .max(Comparator.comparing(LoadedEdition::effectiveFrom).thenComparing(LoadedEdition::id))
                .filter(edition -> !ShippedEditions.ships(edition))
                .map(edition -> new Loaded(edition.id(), edition.label(), edition.effectiveFrom(), edition.sha256()));
    }

    /** Rows of code, block or chapter, kind of entry or note, text; none once the list is taken back. */
    public List<String[]> rows(Loaded list) {
        return editions.list().stream()
                .filter(edition -> edition.id() == list.id())
                .flatMap(edition -> editions.read(edition).rows().stream())
                .map(row -> new String[] {row.subject(), row.fact(), row.detail()})
                .toList();
    }
}

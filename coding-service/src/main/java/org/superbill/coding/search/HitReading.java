package org.superbill.coding.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads of the few best codes what is shown of them. */
final class HitReading {
    private static final Set<String> SHOWN = Set.of(Fields.DISPLAY, Fields.TEXT);

    private final List<SystemIndex> searched;
    private final int day;

    HitReading(List<SystemIndex> searched, Filters filters) {
        this.searched = searched;
        this.day = (int) filters.on().toEpochDay();
    }

    List<Hit> read(List<CodeSearch.Ranked> best) {
        var hits = new ArrayList<Hit>();
        for (var ranked : best) {
            var catalogue = ranked.hits().catalogue();
            var index = searched.stream()
                    .filter(one -> one.catalogue() == catalogue)
                    .findFirst()
                    .orElseThrow();
            var span = catalogue.spanOn(ranked.code(), day);
            hits.add(hit(index, ranked.code(), span, ranked.hits().name(ranked.code()), ranked.score()));
        }
        return hits;
    }

    Hit lastSpan(SystemIndex index, int code) {
        var span = index.catalogue().lastSpan(code);
        return hit(index, code, span, index.catalogue().description(span), 0);
    }

    private static Hit hit(SystemIndex index, int code, int span, int name, float score) {
        var catalogue = index.catalogue();
        try {
            var fields = index.reader().storedFields();
            var description = fields.document(catalogue.description(span), SHOWN);
            var display = description.get(Fields.DISPLAY);
            var text = description.get(Fields.TEXT);
            var kind = catalogue.kind(name);
            return new Hit(
                    catalogue.system(),
                    catalogue.code(code),
                    Traits.billable(catalogue.traits(span)),
                    Traits.side(catalogue.traits(span)),
                    catalogue.chapter(code),
                    display,
                    text == null ? display : text,
                    catalogue.from(span),
                    catalogue.ends(span) ? catalogue.to(span) : null,
                    score,
                    kind,
                    kind == NameKind.DESCRIPTION
                            ? null
                            : fields.document(name, SHOWN).get(Fields.TEXT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

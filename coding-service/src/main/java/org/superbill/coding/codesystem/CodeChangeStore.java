package org.superbill.coding.codesystem;

import static java.util.stream.Collectors.joining;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeChange.Kind;

/** Compares two releases in the database, by the same rule as {@link ReleaseDiff}. */
@ApplicationScoped
class CodeChangeStore {
    /** Both sides are read along their primary keys. */
    private static final String CHANGED = """
            select * from (
              select coalesce(n.code, o.code) as code,
                case when o.code is null then 'ADDED'
                  when n.code is null or (%s and o.valid_to is null and n.valid_to is not null) then 'DELETED'
                  else 'REVISED' end as change,
                o.display as old_display, o.long_description as old_long, o.billable as old_billable, o.valid_from as old_from, o.valid_to as old_to,
                n.display as new_display, n.long_description as new_long, n.billable as new_billable, n.valid_from as new_from, n.valid_to as new_to
              from (select * from code where release_id = ? %s) n
              full join (select * from code where release_id = ? %s) o on o.code = n.code
              where n.code is null or o.code is null
                or (n.display, coalesce(n.long_description, n.display), n.billable, n.valid_from, n.valid_to)
                  is distinct from (o.display, coalesce(o.long_description, o.display), o.billable, o.valid_from, o.valid_to)
            ) changed
            """;

    private final AgroalDataSource dataSource;

    CodeChangeStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @param before the id of the release before it, 0 for none
     * @param within the codes of interest; all codes when absent
     */
    record Comparison(CodeSystem system, long release, long before, Optional<List<CodeRange>> within) {
        String sql() {
            var dated = system.dating() == CodeSystem.Dating.BY_CODE ? "true" : "false";
            var condition = within.map(ranges -> ranges.stream()
                            .map(range -> "(code >= ? and code <= ?)")
                            .collect(joining(" or ", "and (false or ", ")")))
                    .orElse("");
            return CHANGED.formatted(dated, condition, condition);
        }

        Object[] parameters(Object... more) {
            var ranges = within.orElse(List.of()).stream()
                    .flatMap(range -> Stream.of(range.first(), range.last() + "~"))
                    .toList();
            var all = new ArrayList<Object>();
            all.add(release);
            all.addAll(ranges);
            all.add(before);
            all.addAll(ranges);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    Map<Kind, Integer> counts(Comparison comparison) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        Query.list(
                        dataSource,
                        "select change, count(*) as codes from (" + comparison.sql() + ") c group by change",
                        row -> Map.entry(kind(row), row.getInt("codes")),
                        comparison.parameters())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** @param after stored form; empty for the first page */
    List<CodeChange> page(Comparison comparison, @Nullable Kind kind, String after, int limit) {
        var wanted = kind == null ? "" : " and change = '%s'".formatted(kind.name());
        return Query.list(
                dataSource,
                comparison.sql() + " where code > ?" + wanted + " order by code limit ?",
                row -> change(comparison.system(), row),
                comparison.parameters(after, limit));
    }

    private static CodeChange change(CodeSystem system, ResultSet row) throws SQLException {
        return new CodeChange(
                kind(row), system.display(row.getString("code")), text(row, "old_"), text(row, "new_"), List.of());
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("change").toUpperCase(Locale.ROOT));
    }

    private static CodeChange.@Nullable Text text(ResultSet row, String side) throws SQLException {
        var display = row.getString(side + "display");
        if (display == null) {
            return null;
        }
        var longDescription = row.getString(side + "long");
        return new CodeChange.Text(
                display,
                longDescription == null ? display : longDescription,
                row.getBoolean(side + "billable"),
                row.getObject(side + "from", LocalDate.class),
                row.getObject(side + "to", LocalDate.class));
    }
}

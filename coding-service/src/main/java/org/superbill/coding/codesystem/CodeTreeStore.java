package org.superbill.coding.codesystem;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codesystem.CodeTree.Positioned;
import org.superbill.coding.codesystem.TreeNode.Kind;

/** Every query on how the codes of one release stand under each other. Along the primary key wherever a code begins with its header. */
@ApplicationScoped
class CodeTreeStore {
    private static final String NODE = """
            select c.position, c.code, c.billable, c.parent, coalesce(c.long_description, c.display) as text, c.attributes ->> 'kind' as kind,
              case when c.attributes ->> 'leaf' is not null then c.attributes ->> 'leaf' = 'false'
                else exists (select from code under where under.release_id = c.release_id and under.code > c.code and under.code < c.code || '~') end as has_children
            from code c where c.release_id = ?
            """;
    private static final String TABLE_OR_CATEGORY =
            " and length(c.code) = 3 and c.code >= ? and c.code <= ? order by c.position";

    private final AgroalDataSource dataSource;

    CodeTreeStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<TreeNode> find(long release, CodeSystem system, String code) {
        return query(system, NODE + " and c.code = ?", release, code).stream()
                .findFirst()
                .map(Positioned::node);
    }

    /** Categories, or in ICD-10-PCS tables, from the first to the last. */
    List<TreeNode> between(long release, CodeSystem system, String first, String last) {
        return query(system, NODE + TABLE_OR_CATEGORY, release, first, last).stream()
                .map(Positioned::node)
                .toList();
    }

    /** @param parent null for what stands at the top */
    List<Positioned> children(long release, CodeSystem system, @Nullable String parent, int after, int limit) {
        var paged = " and c.position > ? order by c.position limit ?";
        if (parent == null) {
            return query(system, NODE + " and c.parent is null" + paged, release, after, limit);
        }
        if (system.nesting() == CodeSystem.Nesting.BY_PREFIX) {
            var along = " and c.code > ? and c.code < ? and c.parent = ?";
            return query(system, NODE + along + paged, release, parent, parent + "~", parent, after, limit);
        }
        return query(system, NODE + " and c.parent = ?" + paged, release, parent, after, limit);
    }

    /** From the top down to the code's parent. */
    List<TreeNode> above(long release, CodeSystem system, String code) {
        var path = new ArrayList<TreeNode>();
        var parent = parent(release, code);
        while (parent.isPresent()) {
            var above = parent.get();
            find(release, system, above).ifPresent(node -> path.add(0, node));
            parent = parent(release, above);
        }
        return path;
    }

    boolean hasChildOfLength(long release, String code, int length) {
        var sql = """
                select 1 from code where release_id = ? and code > ? and code < ? and parent = ? and length(code) = ? limit 1
                """;
        return !rows(sql, row -> row.getInt(1), release, code, code + "~", code, length)
                .isEmpty();
    }

    private Optional<String> parent(long release, String code) {
        return rows(
                        "select parent from code where release_id = ? and code = ? and parent is not null",
                        row -> row.getString(1),
                        release,
                        code)
                .stream()
                .findFirst();
    }

    private List<Positioned> query(CodeSystem system, String sql, Object... parameters) {
        return rows(sql, row -> positioned(system, row), parameters);
    }

    private <T> List<T> rows(String sql, Query.Reading<T> reading, Object... parameters) {
        return Query.list(dataSource, sql, reading, parameters);
    }

    private static Positioned positioned(CodeSystem system, ResultSet row) throws SQLException {
        var code = row.getString("code");
        var kind = kind(system, row.getString("kind"), row.getString("parent"), code);
        return new Positioned(
                row.getInt("position"),
                new TreeNode(
                        kind,
                        kind.id(code),
                        system.display(code),
                        row.getString("text"),
                        row.getBoolean("billable"),
                        row.getBoolean("has_children")));
    }

    private static Kind kind(CodeSystem system, @Nullable String said, @Nullable String parent, String code) {
        if (system == CodeSystem.ICD_10_PCS && code.length() == 3) {
            return Kind.TABLE;
        }
        if (said != null) {
            return switch (said) {
                case "chapter" -> Kind.CHAPTER;
                case "block" -> Kind.BLOCK;
                default -> Kind.CATEGORY;
            };
        }
        return system == CodeSystem.ICD_10_CM && parent == null ? Kind.CATEGORY : Kind.CODE;
    }
}

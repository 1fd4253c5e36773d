package org.superbill.coding.codeindex;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Every query on the index. Plain JDBC: a release comes by the ten thousand rows and is never edited. */
@ApplicationScoped
class CodeIndexStore {
    /** Ids are a million times the release's, plus the place of the term. */
    private static final long TERMS_OF_A_RELEASE = 1_000_000;

    private static final int FETCH = 5_000;
    /** The terms that have most of the words lead on. */
    private static final int MOST_REFERENCES = 20;

    private static final int BATCH = 1 << 16;
    private static final String RELEASE =
            "select id, index_table, label, effective_from, sha256, terms from code_index_release ";
    private static final String TERM = """
            select t.id, t.parent_id, r.index_table, r.label, t.level, t.title, t.modifiers, t.path, t.see, t.see_also, t.see_terms, t.codes, t.subterms
            from code_index_term t join code_index_release r on r.id = t.release_id
            """;
    private static final String PRINTED =
            "select level, title, modifiers, see, see_also, array_to_string(codes, '|') from code_index_term where release_id = ? order by id";
    private static final String COPY =
            "copy code_index_term (id, release_id, parent_id, level, title, modifiers, path, search, see, see_also, see_terms, codes, subterms) from stdin";

    private final AgroalDataSource dataSource;

    CodeIndexStore(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Oldest first. */
    List<CodeIndexRelease> releases() {
        return with(connection -> {
            try (var statement = connection.prepareStatement(RELEASE + "order by effective_from, id");
                    var rows = statement.executeQuery()) {
                return releases(rows);
            }
        });
    }

    static Optional<CodeIndexRelease> find(Connection connection, CodeIndexTable table, String label)
            throws SQLException {
        try (var statement = connection.prepareStatement(RELEASE + "where index_table = ? and label = ?")) {
            statement.setString(1, table.id());
            statement.setString(2, label);
            try (var rows = statement.executeQuery()) {
                return releases(rows).stream().findFirst();
            }
        }
    }

    /** The terms of the newest release of a table, in index order; none when there is no release. */
    static List<IndexTerm> newest(Connection connection, CodeIndexTable table) throws SQLException {
        var sql = TERM + """
                where r.id = (select id from code_index_release where index_table = ? order by effective_from desc, id desc limit 1)
                order by t.id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.id());
            try (var rows = statement.executeQuery()) {
                var terms = new ArrayList<IndexTerm>();
                while (rows.next()) {
                    terms.add(term(rows).asPrinted());
                }
                return terms;
            }
        }
    }

    /** One at a time over all replicas, until the transaction ends. */
    static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtext('code_index'))")) {
            statement.execute();
        }
    }

    /** Writes a release with all its terms, in the transaction of the connection. */
    static void insert(Connection connection, CodeIndexRelease release, List<IndexTerm> terms, Instant at)
            throws SQLException {
        var id = insert(connection, release, at);
        var paths = new IndexPaths(terms);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            var batch = new StringBuilder(BATCH);
            for (var i = 0; i < terms.size(); i++) {
                append(batch, id, terms, paths, i);
                if (batch.length() > BATCH || i == terms.size() - 1) {
                    var bytes = batch.toString().getBytes(UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    batch.setLength(0);
                }
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    /** Deletes a release with all its terms, which the service's role cannot do in another way. */
    static void takeBack(Connection connection, long release) throws SQLException {
        try (var statement = connection.prepareStatement("select take_back_code_index_release(?)")) {
            statement.setLong(1, release);
            statement.execute();
        }
    }

    private static long insert(Connection connection, CodeIndexRelease release, Instant at) throws SQLException {
        var sql = """
                insert into code_index_release (index_table, label, effective_from, sha256, terms, loaded_at)
                values (?, ?, ?, ?, ?, ?) returning id
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, release.table().id());
            statement.setString(2, release.label());
            statement.setObject(3, release.effectiveFrom());
            statement.setString(4, release.sha256());
            statement.setInt(5, release.terms());
            statement.setTimestamp(6, Timestamp.from(at));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void append(StringBuilder batch, long release, List<IndexTerm> terms, IndexPaths paths, int place) {
        var term = terms.get(place);
        var parent = paths.parent(place);
        var see = Stream.of(term.see(), term.seeAlso())
                .flatMap(Stream::ofNullable)
                .flatMap(reference -> Arrays.stream(reference.split(";")))
                .flatMap(reference -> paths.find(reference).stream())
                .map(other -> Long.toString(id(release, other)))
                .distinct();
        var hasSubterms = place + 1 < terms.size() && terms.get(place + 1).level() > term.level();
        batch.append(String.join(
                        "\t",
                        Long.toString(id(release, place)),
                        Long.toString(release),
                        parent == IndexPaths.NONE ? "\\N" : Long.toString(id(release, parent)),
                        Integer.toString(term.level()),
                        field(term.title()),
                        field(term.modifiers()),
                        field(paths.path(place)),
                        field(searchable(paths.path(place))),
                        field(term.see()),
                        field(term.seeAlso()),
                        see.collect(Collectors.joining(",", "{", "}")),
                        term.codes().stream()
                                .map(code -> "\"" + code + "\"")
                                .collect(Collectors.joining(",", "{", "}")),
                        hasSubterms ? "t" : "f"))
                .append('\n');
    }

    private static long id(long release, int place) {
        return release * TERMS_OF_A_RELEASE + place;
    }

    /** A blank before each word, so that the beginning of any word is found with it. */
    static String searchable(String text) {
        return " " + words(text);
    }

    /** In lower case, a blank between two, nothing but letters and digits. By hand: a release has a hundred thousand terms. */
    static String words(String text) {
        var words = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    private static String field(@Nullable String value) {
        return value == null
                ? "\\N"
                : value.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ");
    }

    Optional<StoredTerm> term(long id) {
        return terms(TERM + "where t.id = ?", id).stream().findFirst();
    }

    /** In index order. */
    List<StoredTerm> subterms(long id) {
        return terms(TERM + "where t.parent_id = ? order by t.id", id);
    }

    List<StoredTerm> terms(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : terms(TERM + "where t.id = any(?) order by t.id", (Object) ids.toArray(Long[]::new));
    }

    /** Main terms of a release that follow another. @param after 0 for the first */
    List<StoredTerm> mainTerms(long release, long after, int limit) {
        return terms(
                TERM + "where t.release_id = ? and t.level = 0 and t.id > ? order by t.id limit ?",
                release,
                after,
                limit);
    }

    /**
     * The terms whose path has words that begin so, those first whose main term does, then the shorter ones.
     *
     * @param words lower case, letters and digits only
     */
    List<StoredTerm> search(List<Long> releases, List<String> words, int limit) {
        var sql = new StringBuilder(TERM).append("where t.release_id = any(?)");
        var parameters = new ArrayList<Object>();
        parameters.add(releases.toArray(Long[]::new));
        for (var word : words) {
            sql.append(" and t.search like ?");
            parameters.add("% " + word + "%");
        }
        sql.append(" order by t.search not like ?, t.level, length(t.search), t.id limit ?");
        parameters.add(" " + words.get(0) + "%");
        parameters.add(limit);
        return terms(sql.toString(), parameters.toArray());
    }

    /**
     * The terms under those that a term with some of the words points to (see, see also), where it and they have all the words: "lymph node axilla" is under "Neoplasm, lymph gland", which
     * "Neoplasm, lymph, node" points to.
     *
     * @param words as in {@link #search}
     */
    List<StoredTerm> searchByReference(List<Long> releases, List<String> words, int limit) {
        var patterns = words.stream().map(word -> "% " + word + "%").toList();
        var said = String.join(" + ", Collections.nCopies(words.size(), "(pointing.search like ?)::int"));
        var sql = new StringBuilder(TERM).append("""
                join (select term.release_id, term.id, pointing.search as said,
                             (select min(next.id) from code_index_term next
                              where next.release_id = term.release_id and next.id > term.id and next.level <= term.level) as until
                      from code_index_term pointing join code_index_term term on term.id = any(pointing.see_terms)
                      where pointing.release_id = any(?) and pointing.see_terms <> '{}'
                      order by %s desc, length(pointing.search), term.id
                      limit %d) reference
                  on t.release_id = reference.release_id and t.id > reference.id and (reference.until is null or t.id < reference.until)
                where true""".formatted(said, MOST_REFERENCES));
        var parameters = new ArrayList<Object>();
        parameters.add(releases.toArray(Long[]::new));
        parameters.addAll(patterns);
        for (var pattern : patterns) {
            sql.append(" and (reference.said like ? or t.search like ?)");
            parameters.add(pattern);
            parameters.add(pattern);
        }
        sql.append(" order by t.level, length(t.search), t.id limit ?");
        parameters.add(limit);
        return terms(sql.toString(), parameters.toArray()).stream().distinct().toList();
    }

    /** Every term of a release in index order; streamed. */
    void each(long release, Consumer<IndexTerm> consumer) {
        with(connection -> {
            connection.setAutoCommit(false); // a cursor lives in a transaction
            try (var statement = connection.prepareStatement(PRINTED)) {
                statement.setFetchSize(FETCH);
                statement.setLong(1, release);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(printed(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return true;
        });
    }

    private List<StoredTerm> terms(String sql, Object... parameters) {
        return with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < parameters.length; i++) {
                    if (parameters[i] instanceof Long[] ids) {
                        statement.setArray(i + 1, connection.createArrayOf("bigint", ids));
                    } else {
                        statement.setObject(i + 1, parameters[i]);
                    }
                }
                try (var rows = statement.executeQuery()) {
                    var terms = new ArrayList<StoredTerm>();
                    while (rows.next()) {
                        terms.add(term(rows));
                    }
                    return terms;
                }
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not answer about the code index", e);
        }
    }

    private static List<CodeIndexRelease> releases(ResultSet rows) throws SQLException {
        var releases = new ArrayList<CodeIndexRelease>();
        while (rows.next()) {
            releases.add(new CodeIndexRelease(
                    rows.getLong("id"),
                    CodeIndexTable.of(rows.getString("index_table")).orElseThrow(),
                    rows.getString("label"),
                    rows.getObject("effective_from", LocalDate.class),
                    rows.getString("sha256"),
                    rows.getInt("terms")));
        }
        return releases;
    }

    private static IndexTerm printed(ResultSet row) throws SQLException {
        var codes = row.getString(6);
        return new IndexTerm(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                codes.isEmpty() ? List.of() : List.of(codes.split("\\|", -1)));
    }

    private static StoredTerm term(ResultSet row) throws SQLException {
        return new StoredTerm(
                row.getLong("id"),
                row.getObject("parent_id", Long.class),
                CodeIndexTable.of(row.getString("index_table")).orElseThrow(),
                row.getString("label"),
                row.getInt("level"),
                row.getString("title"),
                row.getString("modifiers"),
                row.getString("path"),
                row.getString("see"),
                row.getString("see_also"),
                Arrays.asList((Long[]) array(row.getArray("see_terms"))),
                Arrays.asList((String[]) array(row.getArray("codes"))),
                row.getBoolean("subterms"));
    }

    private static Object array(@Nullable Array array) throws SQLException {
        return Objects.requireNonNull(array).getArray();
    }
}

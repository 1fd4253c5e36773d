package org.superbill.servicekit.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.tenancy.Tenancy;

/** The stored answers, read and written in the transaction of the write itself. */
@ApplicationScoped
class AnswerStore {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AgroalDataSource database;
    private final AgroalDataSource relay;
    private final Tenancy tenancy;
    private final AnswerCipher cipher;

    AnswerStore(
            AgroalDataSource database,
            @DataSource("relay") AgroalDataSource relay,
            Tenancy tenancy,
            AnswerCipher cipher) {
        this.database = database;
        this.relay = relay;
        this.tenancy = tenancy;
        this.cipher = cipher;
    }

    /**
     * Takes the request for this transaction, and finds its answer when it was given before.
     *
     * @param fingerprint asked for only when there is an answer: it reads the body to its end
     * @throws Problem {@code IDEMPOTENCY_IN_PROGRESS}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    Optional<StoredAnswer> take(RequestKey key, Supplier<byte[]> fingerprint) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("""
                        select taken.lock, stored.fingerprint, stored.answer
                        from (select pg_try_advisory_xact_lock(?) as lock) taken
                        left join idempotency_record stored on stored.organization_id = ? and stored.id = ?
                            and stored.stored_at > clock_timestamp() - interval '24 hours'
                        """)) {
            select.setLong(1, key.lock());
            select.setString(2, key.organization());
            select.setBytes(3, key.hash());
            try (var row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw stillRunning();
                }
                var before = row.getBytes(2);
                if (before == null) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(before, fingerprint.get())) {
                    throw new Problem(
                            KitProblem.IDEMPOTENCY_KEY_REUSED, "The same key came before with another body or query");
                }
                return Optional.of(StoredAnswer.of(cipher.open(row.getBytes(3), key.hash())));
            }
        }
    }

    /** @throws Problem {@code IDEMPOTENCY_IN_PROGRESS} when the same request got in between */
    void store(RequestKey key, byte[] fingerprint, StoredAnswer answer) throws SQLException {
        try (var connection = database.getConnection()) {
            if (key.organization().isEmpty()) {
                storeForNobody(connection, key, fingerprint, answer);
            } else {
                insert(connection, key, fingerprint, answer);
            }
        }
    }

    /** The caller has no organization, but the transaction may have assumed one: the answer is still the caller's. */
    private void storeForNobody(Connection connection, RequestKey key, byte[] fingerprint, StoredAnswer answer)
            throws SQLException {
        var assumed = "";
        try (var select = connection.prepareStatement("select current_setting('app.organization', true)");
                var row = select.executeQuery()) {
            row.next();
            assumed = row.getString(1);
        }
        tenancy.become(connection, "");
        insert(connection, key, fingerprint, answer);
        tenancy.become(connection, assumed);
    }

    private void insert(Connection connection, RequestKey key, byte[] fingerprint, StoredAnswer answer)
            throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into idempotency_record (organization_id, id, fingerprint, answer) values (?, ?, ?, ?)
                on conflict (organization_id, id) do update
                set fingerprint = excluded.fingerprint, answer = excluded.answer, stored_at = excluded.stored_at
                where idempotency_record.stored_at <= clock_timestamp() - interval '24 hours'
                """)) {
            insert.setString(1, key.organization());
            insert.setBytes(2, key.hash());
            insert.setBytes(3, fingerprint);
            insert.setBytes(4, cipher.seal(answer.toBytes(), key.hash()));
            if (insert.executeUpdate() == 0) {
                throw stillRunning(); // it committed between our snapshot and our lock; this transaction rolls back
            }
        }
    }

    /** Removes what is over its time, of every organization. */
    int purge() throws SQLException {
        try (var connection = relay.getConnection();
                var delete = connection.prepareStatement(
                        "delete from idempotency_record where stored_at <= clock_timestamp() - interval '24 hours'")) {
            return delete.executeUpdate();
        }
    }

    private static Problem stillRunning() {
        return Problem.retryAfter(
                KitProblem.IDEMPOTENCY_IN_PROGRESS, "The first request with this key is still running", RETRY_AFTER);
    }
}

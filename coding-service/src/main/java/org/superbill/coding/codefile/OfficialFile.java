package org.superbill.coding.codefile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.superbill.servicekit.problem.Problem;

/** A kind of official file that this service loads exactly as published: one bean each, found by CDI. */
public interface OfficialFile {
    /** Its name in answers and docs, e.g. {@code icd-10-cm-tabular-xml}. */
    String kind();

    /** Whether a file is of this kind, told by its content (the first bytes, or the names of a zip's entries), never by its name alone. */
    boolean recognises(FileSample sample);

    /**
     * Reads the whole file and writes it with the connection, in the caller's transaction; called with {@code preview} it reads and compares and writes nothing.
     * The same content again changes nothing and says so. The file's size, unpacked size and compression have been checked; its last name is the one that it was
     * sent with.
     *
     * @throws Problem what is wrong and in which row
     */
    FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException;
}

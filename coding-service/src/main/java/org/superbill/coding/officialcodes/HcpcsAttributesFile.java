package org.superbill.coding.officialcodes;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.superbill.coding.codefile.FileLoad;
import org.superbill.coding.codefile.FileOutcome;
import org.superbill.coding.codefile.FileSample;
import org.superbill.coding.codefile.OfficialFile;

/** HCPCS Level II, the file with the dates and attributes. */
@Singleton
class HcpcsAttributesFile implements OfficialFile {
    private final HcpcsRelease release;

    HcpcsAttributesFile(HcpcsRelease release) {
        this.release = release;
    }

    @Override
    public String kind() {
        return HcpcsRelease.kind(HcpcsHalf.ATTRIBUTES);
    }

    @Override
    public boolean recognises(FileSample sample) {
        return Table.has(sample, "hcpcs_code", "date_added", "date_term");
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        return release.load(connection, file, load, HcpcsHalf.ATTRIBUTES);
    }
}

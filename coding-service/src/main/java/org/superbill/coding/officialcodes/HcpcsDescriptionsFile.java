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

/** HCPCS Level II, the file with the descriptions. */
@Singleton
class HcpcsDescriptionsFile implements OfficialFile {
    private final HcpcsRelease release;

    HcpcsDescriptionsFile(HcpcsRelease release) {
        this.release = release;
    }

    @Override
    public String kind() {
        return HcpcsRelease.kind(HcpcsHalf.DESCRIPTIONS);
    }

    @Override
    public boolean recognises(FileSample sample) {
        return Table.has(sample, "hcpcs_code", "hcpcs_desc_type", "hcpcs_description");
    }

    @Override
    public FileOutcome load(Connection connection, Path file, FileLoad load) throws IOException, SQLException {
        return release.load(connection, file, load, HcpcsHalf.DESCRIPTIONS);
    }
}

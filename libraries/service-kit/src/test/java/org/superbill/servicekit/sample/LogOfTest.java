package org.superbill.servicekit.sample;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Everything that is logged between {@link #start} and {@link #stop}, stack traces and log context included. */
public final class LogOfTest extends Handler {

    private final List<String> texts = new CopyOnWriteArrayList<>();

    public void start() {
        texts.clear();
        Logger.getLogger("").addHandler(this);
    }

    /** So far. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public List<String> stop() {
        Logger.getLogger("").removeHandler(this);
        return new ArrayList<>(texts);
    }

    @Override
    public void publish(LogRecord record) {
        var text = new StringWriter();
        var line = ExtLogRecord.wrap(record);
        text.append(line.getLoggerName())
                .append(' ')
                .append(new PatternFormatter("%m").formatMessage(line))
                .append(' ')
                .append(line.getMdcCopy().toString());
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text));
        }
        texts.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}

package org.saldo.bench;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.pdf.SampleStatement;
import org.saldo.delivery.pdf.StatementPdf;

/**
 * How many statements a second are drawn, tagged and with embedded fonts, against openhtmltopdf making the same page, tagged,
 * its logging off and its cache of font metrics on, by turns in one run: {@code StatementPages SECONDS}.
 */
public final class StatementPages {

    private static final int TURNS = 3;

    private StatementPages() {
    }

    public static void main(String[] arguments) throws Exception {
        double seconds = Double.parseDouble(arguments[0]) / (2 * (TURNS + 1));
        XRLog.setLoggingEnabled(false);
        StatementLetter letter = SampleStatement.letter("en");
        StatementPdf ours = new StatementPdf();
        Path regular = font("NotoSans-Regular.ttf");
        Path bold = font("NotoSans-Bold.ttf");
        FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();
        Callable<byte[]> theirs = () -> byHtml(letter, regular, bold, metrics);
        System.out.println(Bench.machine());
        System.out.println("bytes: " + ours.render(letter).length + " ours, " + theirs.call().length + " theirs");
        for (int turn = 0; turn <= TURNS; turn++) {
            double our = rate(() -> ours.render(letter), seconds);
            double their = rate(theirs, seconds);
            System.out.printf("%s: %.0f a processor second, openhtmltopdf %.0f: %.1f times%n",
                    turn == 0 ? "warming up" : "turn " + turn, our, their, our / their);
        }
    }

    private static double rate(Callable<byte[]> page, double seconds) throws Exception {
        Stopwatch watch = new Stopwatch();
        int pages = 0;
        while (watch.seconds() < seconds) {
            watch.time(page::call);
            pages++;
        }
        return pages / watch.cpuSeconds();
    }

    private static byte[] byHtml(StatementLetter letter, Path regular, Path bold, FSCacheEx<String, FSCacheValue> metrics)
            throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(1 << 16);
        new PdfRendererBuilder().usePdfUaAccessibility(true)
                .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                .useFont(regular.toFile(), "Noto", 400, FontStyle.NORMAL, true)
                .useFont(bold.toFile(), "Noto", 700, FontStyle.NORMAL, true)
                .withHtmlContent(new StatementHtml(letter).page(), null).toStream(pdf).run();
        return pdf.toByteArray();
    }

    private static Path font(String name) throws Exception {
        Path file = Files.createTempFile("font", ".ttf");
        file.toFile().deleteOnExit();
        try (InputStream in = StatementPdf.class.getResourceAsStream("/org/saldo/delivery/fonts/" + name)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }
}

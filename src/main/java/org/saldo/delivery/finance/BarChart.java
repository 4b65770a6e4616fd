package org.saldo.delivery.finance;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Bars as a picture, such as open amounts by age: a panel a currency, a bar a bucket, its amount beside it. The same figures
 * give the same bytes. The picture is twice as large as it is to be shown, for sharp screens.
 */
public final class BarChart {

    /** How wide it is to be shown, in pixels. */
    public static final int WIDTH = 600;

    private static final int SCALE = 2;
    private static final int MARGIN = 16;
    private static final int TITLE = 34;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final double TEXT = 12.5;
    private static final Color INK = new Color(0x1E252B);
    private static final Color QUIET = new Color(0x68727B);
    private static final Color TRACK = new Color(0xF0F3F4);
    private static final Color NOT_DUE = new Color(0x0B5C6B);
    private static final Color CREDIT = new Color(0x8FA3AD);
    private static final List<Color> OVERDUE = List.of(new Color(0xE3B23C), new Color(0xDD8A2E), new Color(0xCC5B2B),
            new Color(0xA8322D));

    private final Glyphs regular = Glyphs.regular();
    private final Glyphs bold = Glyphs.bold();

    /** What a bar stands for. */
    public enum Kind { NOT_DUE, OVERDUE, CREDIT }

    /**
     * @param share of the panel's longest bar, in thousandths
     */
    public record Bar(Kind kind, String label, String amount, int share) {
    }

    /** The bars of one currency; {@code title} and {@code total} stand above them. */
    public record Panel(String title, String total, List<Bar> bars) {

        public Panel {
            bars = List.copyOf(bars);
        }
    }

    /** The bytes of a PNG. */
    public byte[] draw(List<Panel> panels) {
        int height = MARGIN + panels.stream().mapToInt(panel -> TITLE + ROW * panel.bars().size() + MARGIN).sum();
        BufferedImage image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        page.setColor(Color.WHITE);
        page.fill(new Rectangle2D.Double(0, 0, WIDTH * SCALE, height * SCALE));
        page.scale(SCALE, SCALE);
        int y = MARGIN;
        for (Panel panel : panels) {
            panel(page, panel, y);
            y += TITLE + ROW * panel.bars().size() + MARGIN;
        }
        page.dispose();
        return Png.of(image);
    }

    private void panel(Graphics2D page, Panel panel, int top) {
        text(page, bold, panel.title(), MARGIN, top + 16, 15, INK);
        text(page, regular, panel.total(), WIDTH - MARGIN - regular.width(panel.total(), TEXT), top + 16, TEXT, QUIET);
        double labels = panel.bars().stream().mapToDouble(bar -> regular.width(bar.label(), TEXT)).max().orElse(0);
        double amounts = panel.bars().stream().mapToDouble(bar -> bold.width(bar.amount(), TEXT)).max().orElse(0);
        double left = MARGIN + labels + 14;
        double room = WIDTH - MARGIN - amounts - 14 - left;
        int overdue = 0;
        for (int i = 0; i < panel.bars().size(); i++) {
            Bar bar = panel.bars().get(i);
            double y = top + TITLE + i * ROW;
            text(page, regular, bar.label(), MARGIN, y + 12, TEXT, INK);
            bar(page, left, y, room, TRACK);
            Color colour = switch (bar.kind()) {
                case NOT_DUE -> NOT_DUE;
                case CREDIT -> CREDIT;
                case OVERDUE -> OVERDUE.get(Math.min(overdue++, OVERDUE.size() - 1));
            };
            if (bar.share() > 0) {
                bar(page, left, y, Math.max(3, room * bar.share() / 1000), colour);
            }
            text(page, bold, bar.amount(), WIDTH - MARGIN - bold.width(bar.amount(), TEXT), y + 12, TEXT, INK);
        }
    }

    private static void bar(Graphics2D page, double x, double y, double width, Color colour) {
        page.setColor(colour);
        page.fill(new RoundRectangle2D.Double(x, y, width, BAR, 4, 4));
    }

    private static void text(Graphics2D page, Glyphs glyphs, String text, double x, double y, double size, Color colour) {
        page.setColor(colour);
        page.fill(glyphs.outline(text, x, y, size));
    }
}

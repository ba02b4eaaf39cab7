"""How printed invitations look: one letter on an A4 sheet, or four with lines to cut along."""

from reports.identity import FONT, HEADING_FONT, LIGHT

STYLE = f"""
@page {{ size: A4; margin: 0; }}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: {LIGHT.surface}; color: {LIGHT.ink}; font: 12pt/1.45 {FONT}; }}
.hint {{ max-width: 210mm; margin: 0 auto; padding: 5mm; }}
.sheet {{ width: 210mm; max-width: 100%; margin: 0 auto 8mm; background: #fff; }}
article {{ position: relative; overflow: hidden; }}
h1 {{ font: 600 20pt/1.2 {HEADING_FONT}; margin: 0 0 4mm; }}
p {{ margin: 0 0 3mm; }}
a {{ color: inherit; text-decoration: none; }}
section + section {{ border-top: .3mm solid {LIGHT.line}; margin-top: 5mm; padding-top: 5mm; }}
.project {{ font: 600 13pt/1.3 {HEADING_FONT}; color: {LIGHT.primary}; overflow-wrap: anywhere; }}
.way svg {{ display: block; width: 100%; height: auto; }}
.address {{ font: 8.5pt/1.35 ui-monospace, "DejaVu Sans Mono", Consolas, monospace;
  word-break: break-all; margin: 0; padding: 0 3mm; }}
header {{ display: flex; justify-content: space-between; gap: 6mm; margin-bottom: 10mm; }}
header p {{ margin: 0; }}
.which {{ color: {LIGHT.soft_ink}; white-space: nowrap; }}
.whole article {{ min-height: 297mm; padding: 22mm 20mm; }}
.whole .way {{ float: right; width: 62mm; margin: 0 0 5mm 8mm; }}
.whole .several {{ font-size: 10.5pt; }}
.whole section + section {{ clear: both; }}
.whole section + section h1 {{ font-size: 16pt; }}
.small {{ display: grid; grid-template-columns: 1fr 1fr; }}
.small article {{ height: 148.5mm; padding: 9mm; font-size: 9pt; line-height: 1.35;
  outline: .2mm dashed {LIGHT.line}; }}
.small h1 {{ font-size: 13pt; margin-bottom: 2mm; }}
.small p {{ margin-bottom: 1.5mm; }}
.small .project {{ font-size: 10pt; max-height: 2.6em; overflow: hidden; }}
.small .way {{ display: grid; grid-template-columns: 38mm 1fr; align-items: center; }}
.small .address {{ font-size: 8pt; padding-right: 0; }}
.small section + section {{ margin-top: 2mm; padding-top: 2mm; }}
.small header {{ margin-bottom: 2mm; }}
.small .several {{ font-size: 8.2pt; }} .small .several h1 {{ font-size: 11pt; }}
@media print {{
  body {{ background: #fff; }} .hint {{ display: none; }}
  .sheet {{ margin: 0; break-after: page; }} .sheet:last-child {{ break-after: auto; }}
  .whole article {{ height: 297mm; min-height: 0; }}
}}
@media screen and (max-width: 600px) {{
  .whole article {{ min-height: 0; padding: 6mm; }}
  .whole .way {{ float: none; width: auto; max-width: 70mm; margin: 0 auto 5mm; }}
  .small {{ display: block; }} .small article {{ height: auto; }}
}}
"""

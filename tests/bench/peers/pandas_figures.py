# %% [markdown]
# # Three figures of U.S. trade
#
# The balance in advanced technology by group, and the suppliers of two industries, with pandas and matplotlib from the tables of `data/`.

# %%
import json

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.ticker import PercentFormatter

plt.rcParams.update({"svg.fonttype": "none", "axes.spines.top": False, "axes.spines.right": False})
%config InlineBackend.figure_formats = ["svg"]

CANADA, MEXICO, CHINA = "1220", "2010", "5700"
NAMES = {
    "1220": "Canada", "2010": "Mexico", "4099": "Ireland", "4120": "United Kingdom",
    "4280": "Germany", "4759": "Italy", "5330": "India", "5490": "Thailand",
    "5520": "Vietnam", "5570": "Malaysia", "5700": "China", "5800": "South Korea",
    "5830": "Taiwan", "5880": "Japan",
}
GROUPS = {
    "01": "Biotechnology", "02": "Life science", "03": "Opto-electronics",
    "04": "Information & communications", "05": "Electronics", "06": "Flexible manufacturing",
    "07": "Advanced materials", "08": "Aerospace", "09": "Weapons", "10": "Nuclear technology",
}

# %% [markdown]
# ## Figure 1. Where the deficit comes from

# %%
KEYS = ["period_start", "period_end", "flow", "basis", "atp_group"]
trade = pd.read_csv("../data/atp_by_group.csv", dtype=str).astype({"value_usd": "int64"})
trade = trade.sort_values("vintage").drop_duplicates(KEYS, keep="last")
flows = trade.pivot_table(
    index=["period_start", "period_end", "atp_group"], columns="flow", values="value_usd",
    aggfunc="sum", fill_value=0,
)
flows["balance"] = flows["exports"] - flows["imports"]
end = max(end for start, end, _ in flows.index if start == "2024-01")
later = ("2025-01", f"2025-{end[5:]}")
assert later in flows.index.droplevel("atp_group")
balances = {}
for period in [("2024-01", end), later]:
    balance = flows.loc[period, "balance"]
    balances["–".join(period)] = pd.DataFrame(
        {"balance_usd": balance, "share": balance / balance["total"]}
    ).drop("total")

first, second = balances.values()
order = first.sort_values("share").index
places = np.arange(len(order))
figure, axes = plt.subplots(figsize=(8, 5.5))
for offset, (name, table), color in zip([0.2, -0.2], balances.items(), ["#1f4e79", "#9dbbd8"]):
    table = table.loc[order]
    bars = axes.barh(places + offset, table["balance_usd"] / 1e9, 0.38, label=name, color=color)
    labels = [f"{usd / 1e9:,.1f} ({share:.1%})" for usd, share in table.itertuples(index=False)]
    axes.bar_label(bars, labels, padding=3, fontsize=8)
axes.axvline(0, color="black", linewidth=0.8)
axes.set_yticks(places, [GROUPS[group] for group in order])
axes.margins(x=0.25)
axes.set_xlabel("Balance, billion dollars (share of the total)")
axes.set_title("U.S. trade balance in advanced technology products by group", loc="left")
axes.legend(frameon=False)
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Figure 2. Suppliers of computers and electronics

# %%
imports = pd.read_parquet("../data/naics3_imports_by_partner_monthly.parquet")
monthly = ["month", "basis", "naics", "partner_code"]
imports = imports.sort_values("vintage").drop_duplicates(monthly, keep="last")


def supplier_shares(naics):
    """Share of each country in the imports of an industry, by year."""
    rows = imports[imports["naics"] == naics]
    sums = rows.groupby([rows["month"].str[:4].rename("year"), "partner_code"])["value_usd"].sum()
    sums = sums.unstack(fill_value=0)
    countries = sums.columns[sums.columns.str.fullmatch(r"[1-7]\d{3}")]
    return sums[countries].div(sums["-"], axis=0)


def draw_shares(shares, title, named=7):
    last = shares.iloc[-1].sort_values(ascending=False)
    codes = list(dict.fromkeys([MEXICO, CANADA, CHINA, *last.index]))[:named]
    figure, axes = plt.subplots(figsize=(8, 5))
    years = shares.index.astype(int)
    colors = plt.get_cmap("tab10").colors
    lines = [(NAMES.get(code, code), shares[code]) for code in codes]
    lines.append(("Mexico and Canada", shares[MEXICO] + shares[CANADA]))
    ends = sorted((line.iloc[-1], name) for name, line in lines)
    places, least = {}, -1.0
    for share, name in ends:
        places[name] = least = max(share, least + 0.018)
    for color, (name, line) in zip(colors, lines):
        axes.plot(years[:-1], line[:-1], color=color, linewidth=2)
        axes.plot(years[-2:], line[-2:], color=color, linewidth=2, alpha=0.4)
        label = f"{name} {line.iloc[-1]:.1%}"
        axes.annotate(
            label, (years[-1], line.iloc[-1]), (years[-1] + 0.2, places[name]),
            va="center", color=color, fontsize=9,
        )
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_xlim(years[0], years[-1] + 3.2)
    axes.set_xticks(years[::2])
    axes.set_ylim(0)
    axes.set_title(title, loc="left")
    axes.set_ylabel("Share of the industry's imports")
    figure.tight_layout()
    plt.show()


electronics = supplier_shares("334")
draw_shares(electronics, "Suppliers of computers and electronics (NAICS 334)")

# %% [markdown]
# ## Figure 3. Suppliers of electrical equipment

# %%
electrical = supplier_shares("335")
draw_shares(electrical, "Suppliers of electrical equipment (NAICS 335)")

# %% [markdown]
# ## The numbers

# %%
with open("figures.json", "w") as file:
    json.dump(
        {
            "balances": {
                name: table["share"].to_dict() for name, table in balances.items()
            },
            "shares": {
                naics: {year: row[row > 0].to_dict() for year, row in shares.iterrows()}
                for naics, shares in {"334": electronics, "335": electrical}.items()
            },
        },
        file,
    )

"""A convolutional net with batch norm and dropout, torch's own Adam, a DataLoader.
带批归一化和 dropout 的卷积网络，用 torch 的 Adam 和 DataLoader。
"""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 8, 3, stride=2, padding=1), nn.BatchNorm2d(8), nn.ReLU(),
            nn.Conv2d(8, 16, 3, stride=2, padding=1), nn.ReLU(), nn.Flatten(), nn.Dropout(0.2), nn.Linear(256, 10),
        )

    def forward(self, x):
        return self.body((x - 0.25) / 0.3)


def train_digits(X, y, seed):
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    try:
        net = Net().to(X.device)
        optimizer = torch.optim.Adam(net.parameters(), lr=5e-3)
        for epoch in range(4):
            net.train()
            for x, t in DataLoader(TensorDataset(X, y), batch_size=64, shuffle=True):
                loss = nn.functional.cross_entropy(net(x), t)
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
    finally:
        torch.set_rng_state(state)
    net.eval()

    @torch.no_grad()
    def predict(images):
        return net(images).max(1)[1]

    return predict
